package uk.helpathand.platform.safecontact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.util.Map;
import uk.helpathand.platform.safecontact.ContactHours.Hours;

/** What both services must agree on, so that staff are told before they type what will happen. Set both alike. */
@ConfigMapping(prefix = "helpathand.safe-contact")
public interface SafeContactConfig {

    /** Where a number without a country code is dialled, ISO 3166. */
    @WithDefault("GB")
    String region();

    /** What a text or e-mail says when it says only that there is an answer, by language: no name, no link, no word of help. */
    Map<String, String> notice();

    @WithDefault("08:00-18:00")
    String weekdayDay();

    @WithDefault("18:00-21:00")
    String weekdayEvening();

    @WithDefault("08:00-18:00")
    String weekendDay();

    @WithDefault("18:00-21:00")
    String weekendEvening();

    /** Every day, for whoever named no safe time. */
    @WithDefault("08:00-21:00")
    String unsaid();

    default ContactHours hours() {
        return new ContactHours(
                window(weekdayDay()),
                window(weekdayEvening()),
                window(weekendDay()),
                window(weekendEvening()),
                window(unsaid()));
    }

    /** @param language a BCP 47 tag; null and what is not configured are English */
    default String noticeIn(String language) {
        String english = notice().get("en");
        return language == null ? english : notice().getOrDefault(language.split("-")[0], english);
    }

    private static Hours window(String fromTo) {
        String[] ends = fromTo.split("-", 2);
        return new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
