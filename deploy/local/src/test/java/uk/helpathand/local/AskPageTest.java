package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AskPageTest {

    @Test
    void the_form_token_is_found_wherever_its_attributes_stand() {
        assertThat(AskPage.formToken("<form><input type=\"hidden\" name=\"formToken\" value=\"a-b_c\"></form>"))
                .isEqualTo("a-b_c");
        assertThat(AskPage.formToken("<input name=number><input value=\"x.y\" name=\"formToken\" type=\"hidden\"/>"))
                .isEqualTo("x.y");
    }

    @Test
    void a_page_without_a_token_is_said_to_be_one() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> AskPage.formToken("<h1>Sorry</h1>"))
                .withMessageContaining("formToken");
    }

    @Test
    void the_return_code_is_what_the_marked_element_says() {
        assertThat(
                        AskPage.returnCode(
                                "<p>no</p><p class=x data-return-code translate=no><span>one</span> <span>two</span>\n1234</p>"))
                .isEqualTo("one two 1234");
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> AskPage.returnCode("<p>You have seen it already.</p>"))
                .withMessageContaining("no return code");
    }

    @Test
    void fields_are_encoded_and_lists_repeat_their_name() throws IOException {
        var enquiry = new ObjectMapper()
                .readTree("{\"happening\": \"a & b 😢\", \"safeTimes\": [\"weekday-day\", \"weekend-day\"]}");

        assertThat(AskPage.body(enquiry, "t=t"))
                .isEqualTo(
                        "happening=a+%26+b+%F0%9F%98%A2&safeTimes=weekday-day&safeTimes=weekend-day&formToken=t%3Dt");
    }
}
