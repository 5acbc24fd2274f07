package uk.helpathand.casework.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.helpathand.api.casework.MessageView;

/** The wholes to which the messages of a page belong, as far as they are here: put together when read, so that a late part completes. */
final class Parts {

    static final Parts NONE = new Parts(Map.of());

    private final Map<Whole, SortedMap<Integer, String>> words;

    /** A group counts within its conversation alone. */
    private record Whole(UUID conversationId, UUID group) {}

    private Parts(Map<Whole, SortedMap<Integer, String>> words) {
        this.words = words;
    }

    static Parts of(List<Message> page) {
        List<UUID> groups = page.stream()
                .map(message -> message.partGroup)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (groups.isEmpty()) {
            return NONE;
        }
        return new Parts(Message.ofGroups(groups).stream()
                .collect(groupingBy(
                        Parts::whole,
                        // What came twice is shown twice in the thread and once here: the first stands.
                        toMap(part -> part.partNumber, part -> part.text, (first, again) -> first, TreeMap::new))));
    }

    /** Null for a message that is whole. */
    MessageView.PartView of(Message message) {
        if (message.partGroup == null) {
            return null;
        }
        SortedMap<Integer, String> came = words.get(whole(message));
        return new MessageView.PartView(
                message.partGroup,
                message.partNumber,
                message.partOf,
                IntStream.rangeClosed(1, message.partOf)
                        .filter(number -> !came.containsKey(number))
                        .boxed()
                        .toList(),
                String.join(" ", came.values()));
    }

    private static Whole whole(Message message) {
        return new Whole(message.conversationId, message.partGroup);
    }
}
