package uk.helpathand.contact.sms;

/** Nobody gets mail at this address, today or later. Has no cause, because that would repeat the address. */
class NoSuchAddress extends Exception {

    NoSuchAddress() {
        super("no such address");
    }
}
