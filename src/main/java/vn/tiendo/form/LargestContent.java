package vn.tiendo.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import vn.tiendo.engine.Refusal;

/** A form's content has at most 2 MB; what is larger is refused before anybody tries to understand it. */
@ControllerAdvice
class LargestContent extends RequestBodyAdviceAdapter {

    private static final int LARGEST = 2 * 1024 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage request,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var content = request.getBody().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw Refusal.because("form.tooLarge");
        }
        return new MappingJacksonInputMessage(new ByteArrayInputStream(content), request.getHeaders());
    }
}
