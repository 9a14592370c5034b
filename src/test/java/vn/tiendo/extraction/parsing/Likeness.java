package vn.tiendo.extraction.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.StreamSupport;

/** How alike what was read and what a careful person reads are, field by field from 0 to 1. */
final class Likeness {

    private final Map<String, Double> fields = new LinkedHashMap<>();

    static Map<String, Double> of(JsonNode got, JsonNode want) {
        var likeness = new Likeness();
        likeness.head(got, want);
        likeness.lists(got, want);
        likeness.tasks(got, want);
        likeness.signer(got.path("signer"), want.path("signer"));
        return likeness.fields;
    }

    static double mean(Map<String, Double> fields) {
        return fields.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private void head(JsonNode got, JsonNode want) {
        for (var field : List.of("issuingBody", "subject", "place")) {
            put(field, alike(text(got, field), text(want, field)) >= 0.9);
        }
        for (var field : List.of("code", "date", "planYear")) {
            put(field, plain(text(got, field)).equals(plain(text(want, field))));
        }
        put(
                "proposal",
                plain(text(got.path("proposal"), "code")).equals(plain(text(want.path("proposal"), "code")))
                        && text(got.path("proposal"), "date").equals(text(want.path("proposal"), "date")));
        fields.put("legalBases", overlapOf(codes(got), codes(want)));
        fields.put("datedDeadlines", overlapOf(dated(got), dated(want)));
    }

    private void lists(JsonNode got, JsonNode want) {
        var gotDuties = items(got, "reportingDuties");
        var wantDuties = items(want, "reportingDuties");
        fields.put(
                "reportingDuties",
                f1(pairs(gotDuties, wantDuties, Likeness::duty, 0.7).size(), gotDuties.size(), wantDuties.size()));
        var gotLines = items(got, "recipients");
        var wantLines = items(want, "recipients");
        var found = pairs(gotLines, wantLines, (a, b) -> alike(text(a, "text"), text(b, "text")), 0.85);
        fields.put("recipients", f1(found.size(), gotLines.size(), wantLines.size()));
        var sameRole = found.stream()
                .filter(it -> text(it.get(0), "role").equals(text(it.get(1), "role")))
                .count();
        fields.put("recipientRoles", f1(sameRole, gotLines.size(), wantLines.size()));
    }

    private void tasks(JsonNode got, JsonNode want) {
        var kinds = Set.of("EXPLICIT", "REQUEST", "TARGET");
        var gotTasks = items(got, "tasks").stream()
                .filter(it -> kinds.contains(text(it, "kind")))
                .toList();
        var wantTasks = items(want, "tasks").stream()
                .filter(it -> kinds.contains(text(it, "kind")))
                .toList();
        var found = pairs(gotTasks, wantTasks, Likeness::task, 0.8);
        fields.put("tasks", f1(found.size(), gotTasks.size(), wantTasks.size()));
        for (var side : Map.of("leads", 0.8, "coordinators", 0.7).entrySet()) {
            var same = found.stream()
                    .filter(it ->
                            overlap(it.get(0).path(side.getKey()), it.get(1).path(side.getKey())) >= side.getValue())
                    .count();
            fields.put("task " + side.getKey(), f1(same, gotTasks.size(), wantTasks.size()));
        }
    }

    private void signer(JsonNode got, JsonNode want) {
        put("signerName", plain(text(got, "name")).equals(plain(text(want, "name"))));
        put("signerTitle", plain(text(got, "title")).equals(plain(text(want, "title"))));
        put("signerCapacities", lines(got.path("capacities")).equals(lines(want.path("capacities"))));
    }

    private static double duty(JsonNode a, JsonNode b) {
        var periods = new HashSet<>(lines(a.path("periods")));
        periods.retainAll(lines(b.path("periods")));
        var same = !periods.isEmpty() && text(a, "date").equals(text(b, "date"));
        return (same ? 0.6 : 0)
                + 0.2 * alike(text(a, "reporter"), text(b, "reporter"))
                + 0.2 * alike(text(a, "recipient"), text(b, "recipient"));
    }

    private static double task(JsonNode first, JsonNode second) {
        var a = text(first, "text");
        var b = text(second, "text");
        var n = Math.min(300, Math.max(60, Math.min(a.length(), b.length())));
        return alike(a.substring(0, Math.min(n, a.length())), b.substring(0, Math.min(n, b.length())));
    }

    private void put(String field, boolean same) {
        fields.put(field, same ? 1.0 : 0.0);
    }

    private static Set<String> codes(JsonNode plan) {
        var codes = new HashSet<String>();
        items(plan, "legalBases").stream()
                .map(it -> text(it, "code"))
                .filter(it -> !it.isEmpty())
                .map(Likeness::plain)
                .forEach(codes::add);
        return codes;
    }

    private static Set<String> dated(JsonNode plan) {
        var dated = new HashSet<String>();
        for (var list : List.of("reportingDuties", "otherDeadlines")) {
            items(plan, list).stream()
                    .filter(it -> !text(it, "date").isEmpty())
                    .map(it -> text(it, "date") + " " + text(it, "operator"))
                    .forEach(dated::add);
        }
        return dated;
    }

    private static double overlapOf(Set<String> got, Set<String> want) {
        var both = new HashSet<>(got);
        both.retainAll(want);
        return f1(both.size(), got.size(), want.size());
    }

    private static double overlap(JsonNode got, JsonNode want) {
        var a = words(got);
        var b = words(want);
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        var both = new HashSet<>(a);
        both.retainAll(b);
        return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * both.size() / (a.size() + b.size());
    }

    private static Set<String> words(JsonNode names) {
        var words = new HashSet<>(
                Arrays.asList(plain(String.join(" ", lines(names))).split(" ")));
        words.removeAll(Set.of("và", "các", "của", ""));
        return words;
    }

    private static double f1(double matched, int got, int want) {
        return got + want == 0 ? 1 : 2 * matched / (got + want);
    }

    /** The best pairs one to one, greedily. */
    private static List<List<JsonNode>> pairs(
            List<JsonNode> got, List<JsonNode> want, ToDoubleBiFunction<JsonNode, JsonNode> likeness, double floor) {
        record Pair(double score, JsonNode got, JsonNode want) {}
        var all = new ArrayList<Pair>();
        got.forEach(g -> want.forEach(w -> all.add(new Pair(likeness.applyAsDouble(g, w), g, w))));
        all.sort(Comparator.comparingDouble(Pair::score).reversed());
        var used = java.util.Collections.<Object>newSetFromMap(new java.util.IdentityHashMap<>());
        var found = new ArrayList<List<JsonNode>>();
        for (var pair : all) {
            if (pair.score() >= floor && !used.contains(pair.got()) && !used.contains(pair.want())) {
                used.addAll((Collection<JsonNode>) List.of(pair.got(), pair.want()));
                found.add(List.of(pair.got(), pair.want()));
            }
        }
        return found;
    }

    private static List<JsonNode> items(JsonNode plan, String list) {
        return StreamSupport.stream(plan.path(list).spliterator(), false).toList();
    }

    private static List<String> lines(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .map(Likeness::plain)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(java.util.Locale.ROOT)
                .replace("ủy", "uỷ")
                .replace("hoá", "hóa")
                .replaceAll("(?U)\\buỷ ban nhân dân\\b", "ubnd")
                .replaceAll("[^0-9a-zà-ỹđ/]+", " ")
                .strip();
    }

    /** Twice the letters in common blocks, the longest first, by all letters. */
    static double alike(String first, String second) {
        var a = plain(first);
        var b = plain(second);
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        var places = new HashMap<Character, List<Integer>>();
        for (int j = 0; j < b.length(); j++) {
            places.computeIfAbsent(b.charAt(j), it -> new ArrayList<>()).add(j);
        }
        return 2.0 * common(a, places, 0, a.length(), 0, b.length()) / (a.length() + b.length());
    }

    private static int common(String a, Map<Character, List<Integer>> places, int fromA, int toA, int fromB, int toB) {
        int atA = fromA;
        int atB = fromB;
        int longest = 0;
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = fromA; i < toA; i++) {
            var next = new HashMap<Integer, Integer>();
            for (int j : places.getOrDefault(a.charAt(i), List.of())) {
                if (j >= toB) {
                    break;
                }
                if (j >= fromB) {
                    var length = lengths.getOrDefault(j - 1, 0) + 1;
                    next.put(j, length);
                    if (length > longest) {
                        longest = length;
                        atA = i - length + 1;
                        atB = j - length + 1;
                    }
                }
            }
            lengths = next;
        }
        return longest == 0
                ? 0
                : longest
                        + common(a, places, fromA, atA, fromB, atB)
                        + common(a, places, atA + longest, toA, atB + longest, toB);
    }
}
