package uk.helpathand.contact.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.helpathand.contact.guide.GuideText;

/** The templates, in {@code templates/page}, with what each is given. Checked against each other by the build. */
@CheckedTemplate(basePath = "page")
final class Pages {

    private Pages() {}

    static native TemplateInstance start(Times.Hours hours);

    static native TemplateInstance ask(AskForm form, Times.Hours hours);

    static native TemplateInstance sent(SentPage sent);

    /** One press more, while many messages come at once. */
    static native TemplateInstance confirm(ConfirmForm form);

    static native TemplateInstance nothing();

    /** @param goOn where the form goes on that is there already; null when there is none */
    static native TemplateInstance adultStart(String goOn, boolean noCookies);

    static native TemplateInstance adult(AdultPage page);

    static native TemplateInstance adultCheck(AdultCheckPage check);

    static native TemplateInstance adultSent(SentPage sent, String reference);

    static native TemplateInstance adultNothing();

    static native TemplateInstance more(MoreForm form);

    /** One thing said, and where to go from there. */
    static native TemplateInstance said(String title, String heading, String words);

    static native TemplateInstance code(CodeForm form);

    /** @param thread null when it may not be read: then the page only takes a message */
    static native TemplateInstance thread(ThreadPage thread, WriteForm form);

    /** What it means that the code opens nothing any more, and the button. */
    static native TemplateInstance endCode(String mark);

    static native TemplateInstance codeEnded();

    /** @param looked null when nobody can say at the moment */
    static native TemplateInstance whoLooked(WhoLookedPage looked);

    static native TemplateInstance privacy();

    static native TemplateInstance accessibility();

    static native TemplateInstance guides(List<GuideText> guides);

    static native TemplateInstance guide(GuidePage guide);

    /** All guides on one page, for paper. */
    static native TemplateInstance pack(List<GuidePage> guides);

    /** @param sending what failed was no page that can be asked for again in another language */
    static native TemplateInstance error(String title, String heading, String what, boolean sending);
}
