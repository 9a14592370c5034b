package vn.tiendo.modeling.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.tiendo.engine.DecisionTableCheck;
import vn.tiendo.engine.Finding;

/** What every decision table must be, whoever filled it in. */
public final class DecisionRules {

    private DecisionRules() {}

    public static List<Finding> findings(DmnModelInstance model, Collection<DecisionTableCheck> checks) {
        var findings = new ArrayList<Finding>();
        for (var decision : model.getModelElementsByType(Decision.class)) {
            var kept = decision.getCamundaHistoryTimeToLiveString();
            if (kept == null) {
                findings.add(Finding.of(decision.getId(), "finding.noRetention"));
            } else if (!ModelRules.isKept(kept)) {
                findings.add(Finding.of(decision.getId(), "finding.retention", kept));
            }
            checks.forEach(check -> findings.addAll(check.findings(decision)));
        }
        var elements = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
        for (var i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            var language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
            if (!language.isEmpty() && !language.contains("feel")) {
                findings.add(Finding.of(element.getAttribute("id"), "finding.script"));
            }
        }
        return findings;
    }
}
