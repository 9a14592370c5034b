package vn.tiendo.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an official paper says, the same for PDF and Word.
 *
 * @param code number and symbol; while nobody numbered the paper only the symbol, "/KH-UBND"
 * @param day of issue, or null while it is blank
 * @param addressee after "Kính gửi:", or null
 * @param closing what follows the tables; the last line stays with the signature
 * @param recipients lines of "Nơi nhận" as they were typed
 * @param draft which draft it is, or null for a paper in force
 */
public record Paper(
        Kind kind,
        Letterhead head,
        String code,
        @Nullable LocalDate day,
        int year,
        String subject,
        @Nullable String addressee,
        List<String> bases,
        List<Paragraph> text,
        List<Table> tables,
        List<Paragraph> closing,
        List<String> recipients,
        Signature signature,
        @Nullable Integer draft) {

    /** Each has a Word template of its own. */
    public enum Kind {
        PLAN,
        REPORT,
        PROPOSAL,
        SLIP,
        LETTER,
        NOTICE
    }

    /** A plain text as people type it: a line is a paragraph. */
    public static List<Paragraph> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R"))
                .filter(line -> !line.isBlank())
                .map(line -> new Paragraph(line.strip()))
                .toList();
    }

    /** Each its own line that ends with ";", the last with ".". */
    public List<String> endedBases() {
        var ended = new ArrayList<String>();
        for (var basis : bases) {
            ended.add(withoutEnd(basis) + (ended.size() == bases.size() - 1 ? "." : ";"));
        }
        return ended;
    }

    /** The text before the tables; without tables the end of it is {@link #ending()}. */
    public List<Paragraph> opening() {
        if (!tables.isEmpty()) {
            return closing.isEmpty() ? ended(text, ".") : text;
        }
        var all = Stream.concat(text.stream(), closing.stream()).toList();
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    /** What follows the tables but for the last line. */
    public List<Paragraph> afterTables() {
        return tables.isEmpty() || closing.isEmpty() ? List.of() : closing.subList(0, closing.size() - 1);
    }

    /** The last line of the paper, which ends with "./.". */
    public Paragraph ending() {
        var all = tables.isEmpty()
                ? Stream.concat(text.stream(), closing.stream()).toList()
                : closing;
        return all.isEmpty() ? new Paragraph("./.") : ended(all, "./.").get(all.size() - 1);
    }

    private static List<Paragraph> ended(List<Paragraph> paragraphs, String end) {
        var ended = new ArrayList<>(paragraphs);
        if (!ended.isEmpty()) {
            ended.set(ended.size() - 1, ended.get(ended.size() - 1).ended(end));
        }
        return ended;
    }

    /** "- UBND thành phố Mẫu;", the last "- Lưu: VT.". */
    public List<String> recipientLines() {
        var lines = new ArrayList<String>();
        for (var line : recipients) {
            lines.add("- " + withoutEnd(line.strip().replaceFirst("^-\\s*", ""))
                    + (lines.size() == recipients.size() - 1 ? "." : ";"));
        }
        return lines;
    }

    /** What it says, paragraph by paragraph, for comparing; a row of a table is one. */
    public List<String> lines() {
        return Stream.of(
                        Stream.of(subject),
                        endedBases().stream(),
                        opening().stream().map(Paragraph::printed),
                        tables.stream()
                                .flatMap(table -> table.rows().stream())
                                .map(row -> String.join(" | ", row.cells()).replace('\n', ' ')),
                        afterTables().stream().map(Paragraph::printed),
                        Stream.of(ending().printed()),
                        recipientLines().stream(),
                        signature.lines().stream(),
                        Stream.of(signature.name()))
                .flatMap(part -> part)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Below ten with a leading zero; four blanks while the day is open. */
    public String dayOfMonth() {
        return day == null ? "\u00a0\u00a0\u00a0\u00a0" : "%02d".formatted(day.getDayOfMonth());
    }

    /** Two digits only in January and February (annex I, II.4). */
    public String month() {
        return day == null ? "\u00a0\u00a0\u00a0\u00a0" : (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue();
    }

    public String yearOfDay() {
        return String.valueOf(day == null ? year : day.getYear());
    }

    /** Room to write the number by hand while there is none. */
    public String numberLine() {
        return code.startsWith("/") ? "\u00a0".repeat(8) + code : code;
    }

    static String withoutEnd(String line) {
        return line.strip().replaceFirst("\\s*[.;,]*$", "");
    }

    /** @param text one line; what it begins with says what it is */
    public record Paragraph(String text) {

        /** "I. MỤC TIÊU": bold, and in capitals unless it is a sentence. */
        public boolean isSection() {
            return text.matches("[IVXLC]+\\.\\s.*");
        }

        /** "1. Công tác tuyên truyền": bold because it is a title and no sentence. */
        public boolean isTitle() {
            return text.matches("\\d{1,2}\\.\\s.{1,150}(?<![.;:,])");
        }

        /** As it is printed. */
        public String printed() {
            return isSection() && !text.matches(".*[.;:,]") ? text.toUpperCase(Locale.ROOT) : text;
        }

        Paragraph ended(String end) {
            return new Paragraph(text.replaceFirst("\\s*(\\./\\.|[.;,])?$", "") + end);
        }
    }

    /** @param name by which a Word template places it; {@code widths} in millimetres */
    public record Table(String name, @Nullable String caption, List<Column> columns, List<Row> rows) {

        /** Rows that stay on one page: the title of a group with the row that follows it. */
        public List<List<Row>> unbroken() {
            var parts = new ArrayList<List<Row>>();
            for (var row : rows) {
                var last = parts.isEmpty() ? List.<Row>of() : parts.get(parts.size() - 1);
                if (!last.isEmpty() && last.get(last.size() - 1).level() == Level.GROUP) {
                    last.add(row);
                } else {
                    parts.add(new ArrayList<>(List.of(row)));
                }
            }
            return parts;
        }
    }

    /** @param width in millimetres, or 0 for what is left of 165 */
    public record Column(String title, int width, boolean centred) {}

    /** @param cells one for each column; a group has one cell over all columns */
    public record Row(Level level, List<String> cells) {}

    /** Where a row stands: a group of tasks, a task, or a part of one ("a)"). */
    public enum Level {
        GROUP,
        LINE,
        PART
    }

    /** @param lines above the name */
    public record Signature(List<String> lines, String name) {

        /** @param block lines one below the other, as the directory keeps them */
        public static Signature of(@Nullable String block, String name) {
            return new Signature(
                    block == null ? List.of() : block.strip().lines().toList(), name);
        }
    }
}
