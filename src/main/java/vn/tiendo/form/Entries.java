package vn.tiendo.form;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Single entries of a form, read strictly; what is wrong is refused with the field's name. */
public final class Entries {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[:hg]([0-5]\\d)?)");

    /** What XML, and with it Word and PDF, cannot hold. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    /** "1.234,5": dots part the thousands, a comma the decimals. */
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(\\.\\d{3}){1,4})(,\\d{1,6})?");

    private Entries() {}

    /** @param label key of the field's name */
    public static String text(String field, String label, @Nullable String entry, int longest) {
        var text = optionalText(field, label, entry, longest);
        if (text == null) {
            throw Refusal.of(field, "form.missing", Sentences.of(label));
        }
        return text;
    }

    public static @Nullable String optionalText(String field, String label, @Nullable String entry, int longest) {
        if (entry == null || entry.isBlank()) {
            return null;
        }
        var text = tidy(entry);
        if (text.length() > longest) {
            throw Refusal.of(field, "form.tooLong", Sentences.of(label), longest);
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw Refusal.of(field, "form.badLetter", Sentences.of(label));
        }
        return text;
    }

    /** Lines without blanks at their ends and without empty lines between them. */
    private static String tidy(String entry) {
        return entry.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    public static LocalDate date(String field, String label, @Nullable String entry) {
        var date = optionalDate(field, label, entry);
        if (date == null) {
            throw Refusal.of(field, "form.missing", Sentences.of(label));
        }
        return date;
    }

    public static @Nullable LocalDate optionalDate(String field, String label, @Nullable String entry) {
        if (entry == null || entry.isBlank()) {
            return null;
        }
        try {
            var date = LocalDate.parse(entry.strip(), DATE);
            if (date.getYear() < 1945 || date.getYear() > 2200) {
                throw Refusal.of(field, "form.badDate", Sentences.of(label), entry.strip());
            }
            return date;
        } catch (DateTimeParseException e) {
            throw Refusal.of(field, "form.badDate", Sentences.of(label), entry.strip());
        }
    }

    /** @param entry hour and minute as people write them: {@code 16:30}, {@code 16h30} or {@code 16h} */
    public static @Nullable LocalTime optionalTime(String field, String label, @Nullable String entry) {
        if (entry == null || entry.isBlank()) {
            return null;
        }
        var typed = TIME.matcher(entry.strip());
        if (!typed.matches()) {
            throw Refusal.of(field, "form.badTime", Sentences.of(label), entry.strip());
        }
        return LocalTime.of(
                Integer.parseInt(typed.group(1)), typed.group(2) == null ? 0 : Integer.parseInt(typed.group(2)));
    }

    /** As {@link #optionalNumber}, but it must be there and not below zero. */
    public static BigDecimal number(String field, String label, @Nullable String entry) {
        var number = optionalNumber(field, label, entry);
        if (number == null) {
            throw Refusal.of(field, "form.missing", Sentences.of(label));
        }
        if (number.signum() < 0) {
            throw Refusal.of(field, "form.badNumber", Sentences.of(label), print(number));
        }
        return number;
    }

    /** A number as it is written in Vietnamese; what could be read in two ways, such as 1.5, is refused. */
    public static @Nullable BigDecimal optionalNumber(String field, String label, @Nullable String entry) {
        if (entry == null || entry.isBlank()) {
            return null;
        }
        if (!NUMBER.matcher(entry.strip()).matches()) {
            throw Refusal.of(field, "form.badNumber", Sentences.of(label), entry.strip());
        }
        return new BigDecimal(entry.strip().replace(".", "").replace(',', '.'));
    }

    public static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String entry, E otherwise) {
        if (entry == null || entry.isBlank()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, entry);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(field, "form.badChoice", entry);
        }
    }

    public static @Nullable String optionalAddress(String field, @Nullable String entry) {
        var address = optionalText(field, "field.address", entry, 254);
        if (address == null) {
            return null;
        }
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw Refusal.of(field, "form.badAddress", address);
        }
        if (!address.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+")) {
            throw Refusal.of(field, "form.badAddress", address);
        }
        return address;
    }

    public static String print(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(VIETNAMESE)).format(number);
    }

    public static String print(LocalDate date) {
        return PRINTED.format(date);
    }
}
