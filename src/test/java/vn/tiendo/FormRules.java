package vn.tiendo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Forms show data as text, hold no program of their own and leave dates and files to our inputs, not the browser's. */
final class FormRules {

    static final String OPENS = "<script cam-script type=\"text/form-script\">"
            + "import('/forms/tien-do.js').then(td => td.open(camForm))</script>";

    /** The browser's own date and file inputs speak the browser's language. */
    private static final Map<String, Pattern> IN_PAGES = Map.of(
            "handler in markup", Pattern.compile("\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE),
            "the browser's date input", Pattern.compile("type\\s*=\\s*[\"']?(date|month|time|datetime-local)\\b"),
            "the browser's file input", Pattern.compile("type\\s*=\\s*[\"']?file\\b"),
            "variable of the process", Pattern.compile("cam-variable-name|cam-business-key"));

    private static final Map<String, Pattern> IN_SCRIPTS = Map.of(
            "data as markup",
                    Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc|ng-bind-html"),
            "text as program", Pattern.compile("\\beval\\(|new Function\\("),
            "the browser's date input", Pattern.compile("type: '(date|month|time|datetime-local)'"),
            "the browser's file input",
                    Pattern.compile("el\\('input(?![\\w.-]*\\.td-away)[^']*', \\{[^}]*type: 'file'"));

    private FormRules() {}

    static List<String> ofPage(String name, String html) {
        var found = of(name, html.replace(OPENS, ""), IN_PAGES);
        found.addAll(of(name, html.replace(OPENS, ""), Map.of("script of its own", Pattern.compile("<script"))));
        found.addAll(ofScript(name, html));
        if (!html.contains(OPENS)) {
            found.add(name + ": does not open itself");
        }
        return found;
    }

    static List<String> ofScript(String name, String script) {
        return of(name, script, IN_SCRIPTS);
    }

    private static List<String> of(String name, String text, Map<String, Pattern> refused) {
        return new ArrayList<>(refused.entrySet().stream()
                .filter(it -> it.getValue().matcher(text).find())
                .map(it -> name + ": " + it.getKey())
                .sorted()
                .toList());
    }
}
