package uk.helpathand.casework.runtime;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uk.helpathand.api.Author;
import uk.helpathand.api.Channel;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.Guide;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Safe;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.api.casework.ChildTold;
import uk.helpathand.api.casework.ConsentGiver;
import uk.helpathand.api.casework.DisclosureWay;
import uk.helpathand.api.casework.EnquiryStatus;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.casework.SharingBasis;
import uk.helpathand.api.casework.SubjectAccessAskedBy;
import uk.helpathand.api.casework.SubjectAccessExemption;
import uk.helpathand.api.casework.SubjectAccessGiven;
import uk.helpathand.api.casework.TaskKind;
import uk.helpathand.api.casework.TriageOutcome;

/** Enums stand in the database under their names on the wire. */
final class WireNames {

    private WireNames() {}

    abstract static class Base<E extends Enum<E> & WireName> implements AttributeConverter<E, String> {

        private final Class<E> type;

        Base(Class<E> type) {
            this.type = type;
        }

        @Override
        public String convertToDatabaseColumn(E value) {
            return value == null ? null : value.wire();
        }

        @Override
        public E convertToEntityAttribute(String wire) {
            return wire == null ? null : WireName.parse(type, wire);
        }
    }

    @Converter(autoApply = true)
    static class OfAuthor extends Base<Author> {
        OfAuthor() {
            super(Author.class);
        }
    }

    @Converter(autoApply = true)
    static class OfChannel extends Base<Channel> {
        OfChannel() {
            super(Channel.class);
        }
    }

    @Converter(autoApply = true)
    static class OfDeliveryState extends Base<DeliveryState> {
        OfDeliveryState() {
            super(DeliveryState.class);
        }
    }

    @Converter(autoApply = true)
    static class OfGuide extends Base<Guide> {
        OfGuide() {
            super(Guide.class);
        }
    }

    @Converter(autoApply = true)
    static class OfNumberIs extends Base<NumberIs> {
        OfNumberIs() {
            super(NumberIs.class);
        }
    }

    @Converter(autoApply = true)
    static class OfProgressStage extends Base<ProgressStage> {
        OfProgressStage() {
            super(ProgressStage.class);
        }
    }

    @Converter(autoApply = true)
    static class OfReplyBy extends Base<ReplyBy> {
        OfReplyBy() {
            super(ReplyBy.class);
        }
    }

    @Converter(autoApply = true)
    static class OfRequester extends Base<Requester> {
        OfRequester() {
            super(Requester.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSafe extends Base<Safe> {
        OfSafe() {
            super(Safe.class);
        }
    }

    @Converter(autoApply = true)
    static class OfBodyKind extends Base<BodyKind> {
        OfBodyKind() {
            super(BodyKind.class);
        }
    }

    @Converter(autoApply = true)
    static class OfCaseStatus extends Base<CaseStatus> {
        OfCaseStatus() {
            super(CaseStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class OfChildTold extends Base<ChildTold> {
        OfChildTold() {
            super(ChildTold.class);
        }
    }

    @Converter(autoApply = true)
    static class OfConsentGiver extends Base<ConsentGiver> {
        OfConsentGiver() {
            super(ConsentGiver.class);
        }
    }

    @Converter(autoApply = true)
    static class OfDisclosureWay extends Base<DisclosureWay> {
        OfDisclosureWay() {
            super(DisclosureWay.class);
        }
    }

    @Converter(autoApply = true)
    static class OfEnquiryStatus extends Base<EnquiryStatus> {
        OfEnquiryStatus() {
            super(EnquiryStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class OfOwnerKind extends Base<OwnerKind> {
        OfOwnerKind() {
            super(OwnerKind.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSharingBasis extends Base<SharingBasis> {
        OfSharingBasis() {
            super(SharingBasis.class);
        }
    }

    @Converter(autoApply = true)
    static class OfTaskKind extends Base<TaskKind> {
        OfTaskKind() {
            super(TaskKind.class);
        }
    }

    @Converter(autoApply = true)
    static class OfTriageOutcome extends Base<TriageOutcome> {
        OfTriageOutcome() {
            super(TriageOutcome.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSubjectAccessAskedBy extends Base<SubjectAccessAskedBy> {
        OfSubjectAccessAskedBy() {
            super(SubjectAccessAskedBy.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSubjectAccessExemption extends Base<SubjectAccessExemption> {
        OfSubjectAccessExemption() {
            super(SubjectAccessExemption.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSubjectAccessGiven extends Base<SubjectAccessGiven> {
        OfSubjectAccessGiven() {
            super(SubjectAccessGiven.class);
        }
    }
}
