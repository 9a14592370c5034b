package vn.tiendo.extraction.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Numbers that Word counts itself and that stand nowhere in the text: "I.", "1.", "a)", "-". */
final class WordNumbering {

    private static final int LEVELS = 9;

    private static final class Level {
        int start = 1;
        String format = "decimal";
        String text = "";
    }

    private record Style(
            @Nullable Integer list, int level, @Nullable String parent) {}

    private final Map<Integer, Level[]> kinds = new HashMap<>();
    private final Map<Integer, Integer> kindOfList = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();

    static WordNumbering of(PackageParts parts) {
        var numbering = new WordNumbering();
        var lists = parts.find("word/numbering.xml");
        if (lists != null) {
            numbering.readLists(lists);
        }
        var styles = parts.find("word/styles.xml");
        if (styles != null) {
            numbering.readStyles(styles);
        }
        return numbering;
    }

    private void readLists(byte[] content) {
        try (var xml = new SafeXml(content)) {
            Level[] kind = new Level[LEVELS];
            Level level = new Level();
            int list = -1;
            int overridden = -1;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.name()) {
                    case "abstractNum" -> {
                        kind = new Level[LEVELS];
                        kinds.put(xml.number("abstractNumId", -1), kind);
                    }
                    case "lvl" -> {
                        level = new Level();
                        if (list < 0) {
                            kind[Math.floorMod(xml.number("ilvl", 0), LEVELS)] = level;
                        }
                    }
                    case "start" -> level.start = xml.number("val", 1);
                    case "numFmt" -> level.format = String.valueOf(xml.attribute("val"));
                    case "lvlText" -> level.text = String.valueOf(xml.attribute("val"));
                    case "num" -> list = xml.number("numId", -1);
                    case "abstractNumId" -> kindOfList.put(list, xml.number("val", -1));
                    case "lvlOverride" -> overridden = xml.number("ilvl", 0);
                    case "startOverride" ->
                        restarts.computeIfAbsent(list, it -> new HashMap<>()).put(overridden, xml.number("val", 1));
                    default -> {}
                }
            }
        }
    }

    private void readStyles(byte[] content) {
        try (var xml = new SafeXml(content)) {
            String id = "";
            String parent = null;
            Integer list = null;
            int level = 0;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("style")) {
                    styles.put(id, new Style(list, level, parent));
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.name()) {
                    case "style" -> {
                        id = String.valueOf(xml.attribute("styleId"));
                        parent = null;
                        list = null;
                        level = 0;
                    }
                    case "basedOn" -> parent = xml.attribute("val");
                    case "numId" -> list = xml.number("val", 0);
                    case "ilvl" -> level = xml.number("val", 0);
                    default -> {}
                }
            }
        }
    }

    /** @return the number with its punctuation and a blank, or nothing */
    String next(@Nullable Integer list, @Nullable Integer level, @Nullable String style) {
        int at = level == null ? 0 : level;
        var named = style;
        for (int i = 0; list == null && named != null && i < 12; i++) {
            var inherited = styles.get(named);
            list = inherited == null ? null : inherited.list();
            at = list == null || level != null || inherited == null ? at : inherited.level();
            named = inherited == null ? null : inherited.parent();
        }
        var kind = list == null ? null : kindOfList.get(list);
        var levels = kind == null ? null : kinds.get(kind);
        if (list == null || kind == null || levels == null || at < 0 || at >= LEVELS || levels[at] == null) {
            return "";
        }
        return number(list, levels, counters.computeIfAbsent(kind, it -> new int[LEVELS]), at);
    }

    private String number(int list, Level[] levels, int[] counter, int at) {
        if (begun.add(list)) {
            restarts.getOrDefault(list, Map.of())
                    .forEach((level, start) ->
                            counter[Math.floorMod(level, LEVELS)] = start - 1 - (level(levels, level).start - 1));
        }
        counter[at]++;
        for (int i = at + 1; i < LEVELS; i++) {
            counter[i] = 0;
        }
        var level = level(levels, at);
        if (level.format.equals("bullet")) {
            return "- ";
        }
        var text = level.text;
        for (int i = 0; i <= at; i++) {
            var above = level(levels, i);
            text = text.replace("%" + (i + 1), print(above.format, above.start - 1 + Math.max(1, counter[i])));
        }
        return text.isBlank() ? "" : text + " ";
    }

    private static Level level(Level[] levels, int at) {
        var level = levels[Math.floorMod(at, LEVELS)];
        return level == null ? new Level() : level;
    }

    static String print(String format, int number) {
        return switch (format) {
            case "upperRoman", "I" -> roman(number);
            case "lowerRoman", "i" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperLetter", "A" -> String.valueOf((char) ('A' + Math.floorMod(number - 1, 26)));
            case "lowerLetter", "a" -> String.valueOf((char) ('a' + Math.floorMod(number - 1, 26)));
            case "decimalZero" -> "%02d".formatted(number);
            case "none", "" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String roman(int number) {
        var signs = new String[] {"X", "IX", "V", "IV", "I"};
        var values = new int[] {10, 9, 5, 4, 1};
        var roman = new StringBuilder();
        var left = Math.min(number, 99);
        for (int i = 0; i < signs.length; i++) {
            while (left >= values[i]) {
                roman.append(signs[i]);
                left -= values[i];
            }
        }
        return roman.toString();
    }
}
