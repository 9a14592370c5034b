package vn.tiendo.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A model names our steps; it instantiates no class, and runs no shell command. */
class NoForeignCode extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        refuseIn(root);
    }

    private static void refuseIn(Element element) {
        var type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "class") != null
                || element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formHandlerClass") != null
                || element.attribute("class") != null
                || "shell".equalsIgnoreCase(type)) {
            throw new ProcessEngineException(
                    Sentences.of("model.classRefused", String.valueOf(element.attribute("id"))));
        }
        element.elements().forEach(NoForeignCode::refuseIn);
    }
}
