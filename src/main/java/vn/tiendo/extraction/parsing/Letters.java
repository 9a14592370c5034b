package vn.tiendo.extraction.parsing;

import java.util.regex.Pattern;

/** One way of writing for what people write in several; never changes the length, so places stay places. */
final class Letters {

    private static final String GRAVE = "àáảãạ";
    private static final String OPEN = "òóỏõọ";
    private static final String YPSILON = "ỳýỷỹỵ";
    private static final String ROUND = "ùúủũụ";
    private static final Pattern TONE = Pattern.compile("(?<!q)(o)([àáảãạ])(?!\\p{L})|(?<!q)(u)([ỳýỷỹỵ])(?!\\p{L})");

    private Letters() {}

    /** Small letters, one kind of dash, quote and blank, tones placed as in "ủy" and "hóa". */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(plain(text.charAt(i)));
        }
        var tones = TONE.matcher(folded.toString());
        while (tones.find()) {
            var round = tones.group(1) == null;
            var mark = round ? YPSILON.indexOf(tones.group(4)) : GRAVE.indexOf(tones.group(2));
            folded.setCharAt(tones.start(), (round ? ROUND : OPEN).charAt(mark));
            folded.setCharAt(tones.start() + 1, round ? 'y' : 'a');
        }
        return folded.toString();
    }

    private static char plain(char letter) {
        return switch (letter) {
            case '–', '—', '‑', '‐', '−' -> '-';
            case '“', '”', '«', '»', '„' -> '"';
            case '\u00a0', '\u2009', '\u202f' -> ' ';
            default -> Character.toLowerCase(letter);
        };
    }

    /** There are letters and all of them are capitals. */
    static boolean isCapital(String text) {
        return text.chars().anyMatch(Character::isLetter)
                && text.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }
}
