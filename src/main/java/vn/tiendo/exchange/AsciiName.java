package vn.tiendo.exchange;

import java.text.Normalizer;

/** File names as the exchange takes them: at most fifty characters, no diacritics. */
final class AsciiName {

    private static final int LONGEST = 50;

    private AsciiName() {}

    /** "Kế hoạch số 07.pdf" is "Ke-hoach-so-07.pdf"; the ending stays when it is cut. */
    static String of(String name) {
        var plain = Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+", "");
        var dot = plain.lastIndexOf('.');
        var ending = dot < 0 || plain.length() - dot > 10 ? "" : plain.substring(dot);
        var stem = plain.substring(0, plain.length() - ending.length());
        return stem.substring(0, Math.min(stem.length(), LONGEST - ending.length())) + ending;
    }
}
