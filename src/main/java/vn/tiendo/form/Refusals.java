package vn.tiendo.form;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Every refusal reaches the person as one Vietnamese sentence. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<Answer> refused(Refusal refusal) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, refusal.sentence(), refusal.field());
    }

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class})
    ResponseEntity<Answer> notFound(Exception absent) {
        return answer(HttpStatus.NOT_FOUND, Sentences.of("error.notFound"), null);
    }

    @ExceptionHandler
    ResponseEntity<Answer> forbidden(AuthorizationException refused) {
        LOG.debug("Refused: {}", refused.getMessage());
        return answer(HttpStatus.FORBIDDEN, Sentences.of("error.forbidden"), null);
    }

    @ExceptionHandler
    ResponseEntity<Answer> denied(AccessDeniedException refused) {
        return answer(HttpStatus.FORBIDDEN, Sentences.of("error.forbidden"), null);
    }

    @ExceptionHandler({OptimisticLockingException.class, TaskAlreadyClaimedException.class})
    ResponseEntity<Answer> overtaken(Exception overtaken) {
        return answer(HttpStatus.CONFLICT, Sentences.of("work.overtaken"), null);
    }

    @ExceptionHandler
    ResponseEntity<Answer> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, Sentences.of("file.tooLarge"), null);
    }

    /** An address with a part that can name nothing names nothing. */
    @ExceptionHandler
    ResponseEntity<Answer> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
                ? notFound(mistyped)
                : unreadable(mistyped);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MultipartException.class,
        MissingServletRequestPartException.class,
        ServletRequestBindingException.class
    })
    ResponseEntity<Answer> unreadable(Exception unreadable) {
        return answer(HttpStatus.BAD_REQUEST, Sentences.of("form.unreadable"), null);
    }

    @ExceptionHandler
    ResponseEntity<Answer> failed(RuntimeException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        LOG.error("A request failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Sentences.of("error.failed"), null);
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, String sentence, @Nullable String field) {
        return ResponseEntity.status(status).body(new Answer(sentence, field));
    }

    record Answer(String message, @Nullable String field) {}
}
