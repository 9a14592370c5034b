package vn.tiendo.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Whoever deploys a model or saves a filter writes expressions; here they see delegates, the variables and methods
 * marked {@link UsableInModels}, and nothing else of the machine.
 */
class GuardedExpressions extends JuelExpressionManager {

    private final ApplicationContext context;

    GuardedExpressions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new OpenBeans());
        resolver.add(new MarkedMethods());
        return resolver;
    }

    private static boolean isOpen(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type)
                || Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(UsableInModels.class));
    }

    private final class OpenBeans extends ReadOnly {
        @Override
        public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
            if (base != null || !(property instanceof String name) || !context.containsBean(name)) {
                return null;
            }
            Class<?> type = context.getType(name);
            if (type == null || !isOpen(type)) {
                return null;
            }
            el.setPropertyResolved(true);
            return context.getBean(name);
        }
    }

    /** Properties of objects are closed altogether; methods are open where they are marked. */
    private static final class MarkedMethods extends BeanELResolver {
        @Override
        public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
            if (base == null) {
                return null;
            }
            throw refused(base, property);
        }

        @Override
        public void setValue(ELContext el, @Nullable Object base, Object property, Object value) {
            if (base != null) {
                throw refused(base, property);
            }
        }

        @Override
        public @Nullable Object invoke(
                ELContext el,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] parameterTypes,
                Object[] parameters) {
            if (base == null) {
                return null;
            }
            var marked = Arrays.stream(base.getClass().getMethods())
                    .anyMatch(m ->
                            m.getName().equals(String.valueOf(method)) && m.isAnnotationPresent(UsableInModels.class));
            if (!marked) {
                throw refused(base, method);
            }
            return super.invoke(el, base, method, parameterTypes, parameters);
        }

        private static ProcessEngineException refused(Object base, Object member) {
            return new ProcessEngineException(Sentences.of(
                    "model.expressionRefused", member, base.getClass().getSimpleName()));
        }
    }

    private abstract static class ReadOnly extends ELResolver {
        @Override
        public @Nullable Class<?> getType(ELContext el, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext el, @Nullable Object base, Object property, Object value) {}

        @Override
        public boolean isReadOnly(ELContext el, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext el, @Nullable Object base) {
            return Object.class;
        }

        @SuppressWarnings("unused")
        public java.util.@Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
                ELContext el, @Nullable Object base) {
            return null;
        }
    }
}
