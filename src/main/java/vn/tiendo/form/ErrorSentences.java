package vn.tiendo.form;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import vn.tiendo.engine.Sentences;

/** What no controller answered is answered as {@link Refusals} does it. */
@Component
class ErrorSentences extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var status = (int) super.getErrorAttributes(request, options).getOrDefault("status", 500);
        return Map.of("status", status, "message", Sentences.of(sentence(status)));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 403 -> "error.forbidden";
            case 404 -> "error.notFound";
            default -> status < 500 ? "form.unreadable" : "error.failed";
        };
    }
}
