package vn.tiendo.form;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
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

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}|\\d{1,3}(\\.\\d{3}){1,3})(,\\d{1,4})?");
    private static final DecimalFormatSymbols VIETNAMESE =
            DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN"));

    /** What XML, and with it Word and PDF, cannot hold. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

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

    /** A number as it is written in Vietnam, "9,5" or "1.234,5", never below zero. */
    public static BigDecimal number(String field, String label, @Nullable String entry) {
        var text = text(field, label, entry, 40);
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.of(field, "form.badNumber", Sentences.of(label), text);
        }
        return new BigDecimal(text.replace(".", "").replace(',', '.'));
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

    public static String print(LocalDate date) {
        return PRINTED.format(date);
    }

    public static String print(BigDecimal number) {
        return new DecimalFormat("#,##0.####", VIETNAMESE).format(number);
    }
}
