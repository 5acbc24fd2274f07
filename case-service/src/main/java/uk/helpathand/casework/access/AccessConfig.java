package uk.helpathand.casework.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Breaking the glass: how long it lasts, how fresh the sign-in has to be, who is told, and when it is reviewed. */
@ConfigMapping(prefix = "helpathand.access")
public interface AccessConfig {

    /** How long a restricted case stays open to somebody from outside its circle. */
    @WithDefault("1h")
    Duration breakGlassLasts();

    /** How long after its review one that opened nothing is kept with its reason; thirty days at least. */
    @WithDefault("90d")
    Duration missedGlassKept();

    /** How long a review may take: three days, so that no weekend makes it late. Longer, and the service is not well. */
    @WithDefault("3d")
    Duration reviewWithin();

    /** How long ago they may have signed in ({@code auth_time}, RFC 9470). */
    @WithDefault("5m")
    Duration signedInWithin();

    /** E-mail addresses of those who are told at once, the leads. At least one: nobody breaks a glass unseen. */
    List<String> reviewers();
}
