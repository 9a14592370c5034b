package vn.tiendo.testing;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** With {@code -Dcoverage=true} every path a test takes through a model goes into the report under {@code target/process-test-coverage}. */
@ConditionalOnProperty(name = "coverage")
class Coverage extends AbstractCamundaConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions((ProcessEngineConfigurationImpl) engine);
    }
}
