package vn.tiendo.drafting;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The start form: a Tờ trình that is being written belongs to its author until it is handed in. */
@RestController
@RequestMapping("/api/work/start/planLifecycle")
class ProposalController {

    private final Proposals proposals;
    private final FormInputs inputs;

    ProposalController(Proposals proposals, FormInputs inputs) {
        this.proposals = proposals;
        this.inputs = inputs;
    }

    @GetMapping
    Start saved() {
        return new Start(
                Proposals.STEP,
                true,
                inputs.saved(Proposals.NONE_YET, Proposals.STEP).orElse(null));
    }

    @PutMapping("/input")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestBody JsonNode content) {
        inputs.save(Proposals.NONE_YET, Proposals.STEP, content);
    }

    @PostMapping
    Started propose(@RequestBody JsonNode content) {
        inputs.save(Proposals.NONE_YET, Proposals.STEP, content);
        var plan = proposals.propose(content);
        return new Started(Sentences.of("proposal.started", plan), plan);
    }

    record Start(String step, boolean mine, @Nullable JsonNode input) {}

    record Started(String message, String businessKey) {}
}
