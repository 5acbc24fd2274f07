package uk.helpathand.casework.subjectaccess;

import java.util.List;

/** All of one kind that is held, of either service. */
record Part(String title, List<String> source, List<Entry> entries) {}
