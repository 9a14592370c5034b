package vn.tiendo.reporting;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.plan.TermInput;

/** A duty of an issued plan gets a date. */
@RestController
class DutyTermController {

    private final DutyTerms terms;

    DutyTermController(DutyTerms terms) {
        this.terms = terms;
    }

    @PostMapping("/api/plans/{plan}/duties/{duty:[0-9]+}/terms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            @PathVariable String plan,
            @PathVariable int duty,
            @RequestParam(required = false) @Nullable Integer term,
            @RequestBody TermInput content) {
        terms.give(plan, duty, term, content);
    }
}
