package vn.tiendo.form;

/** A text in a CSV file that people open in a spreadsheet, which computes what begins like a formula. */
public final class CsvCell {

    private static final String FORMULA = "=+-@\t\r";

    private CsvCell() {}

    /** With an apostrophe before what would be computed. */
    public static String written(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text that was {@linkplain #written written}. */
    public static String read(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
