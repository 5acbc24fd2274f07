package uk.helpathand.contact.sms;

/** Nobody gets mail at this address, today or later. The message holds neither the address nor words. */
class NoSuchAddress extends Exception {

    NoSuchAddress(Throwable why) {
        super("no such address", why);
    }
}
