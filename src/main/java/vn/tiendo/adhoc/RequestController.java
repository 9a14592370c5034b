package vn.tiendo.adhoc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanStatus;

/** The start form of a request for a report: it belongs to its author until he sends it. */
@RestController
@RequestMapping("/api/work/start/adHocReport")
class RequestController {

    private final Requests requests;
    private final FormInputs inputs;
    private final PlanAccess access;

    RequestController(Requests requests, FormInputs inputs, PlanAccess access) {
        this.requests = requests;
        this.inputs = inputs;
        this.access = access;
    }

    @GetMapping
    Start saved() {
        return new Start(
                Requests.STEP,
                true,
                Map.of(
                        "plans",
                        access.readable().stream()
                                .filter(plan -> plan.status() == PlanStatus.ISSUED)
                                .map(plan -> new Choice(plan.id(), plan.title()))
                                .toList()),
                inputs.saved(Requests.NONE_YET, Requests.STEP).orElse(null));
    }

    @PutMapping("/input")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestBody JsonNode content) {
        inputs.save(Requests.NONE_YET, Requests.STEP, content);
    }

    @PostMapping
    Started ask(@RequestBody JsonNode content) {
        inputs.save(Requests.NONE_YET, Requests.STEP, content);
        requests.ask(content);
        return new Started(Sentences.of("request.started"));
    }

    record Start(
            String step,
            boolean mine,
            Map<String, List<Choice>> choices,
            @Nullable JsonNode input) {}

    record Choice(String value, String label) {}

    record Started(String message) {}
}
