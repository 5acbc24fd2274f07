package uk.helpathand.faults;

import java.util.List;

/**
 * What became of a run.
 *
 * @param trials those whose round was checked
 * @param texts how many texts providers took from phones
 * @param answersByText how many messages of the team were taken that have to reach a phone
 * @param decided how many decisions of the team were taken
 * @param atEnd what the last check found, of the whole run, that no check of a round had told
 * @param whole whether everything was tried, and the last check done
 */
record Result(List<Trial> trials, long texts, long answersByText, long decided, Verdict atEnd, boolean whole) {

    boolean good() {
        return whole && atEnd.clean() && trials.stream().allMatch(Trial::good);
    }
}
