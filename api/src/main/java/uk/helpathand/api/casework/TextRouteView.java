package uk.helpathand.api.casework;

import java.time.Instant;

/**
 * Whether a text may go to this conversation, by the rules that are asked once more before it is sent.
 *
 * @param allowed a text goes now, or waits for its time; false when a rule forbids it
 * @param rule by which it is refused, or ({@code outside-hours}) waits: {@code texts-stopped}, {@code no-number},
 *     {@code not-a-phone}, {@code not-by-text}, {@code someone-elses-phone}, {@code shared-phone}, {@code outside-hours}, and
 *     perhaps others one day; of certain words also {@code too-long}. Absent when it goes now
 * @param overridable a lead may set that rule aside, with a reason
 * @param form what would stand in it; absent when it is refused
 * @param opensAt when the next safe time begins; absent while it is one
 * @param closesAt when that safe time, or the present one, ends; absent if it never does
 * @param lockScreen the words themselves would stand on the phone and on its locked screen, because the conversation began by
 *     text (then also while a rule refuses one) or because they chose the answer in the text: show it while somebody types
 */
public record TextRouteView(
        boolean allowed,
        String rule,
        boolean overridable,
        TextForm form,
        Instant opensAt,
        Instant closesAt,
        boolean lockScreen) {}
