package vn.tiendo.modeling.rules;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import vn.tiendo.engine.Sends;
import vn.tiendo.engine.UsableInModels;

/** What a model may name: our steps, the methods opened to models, what a process remembers, messages that are sent. */
@Component
public class Vocabulary {

    private static final Pattern CALL = Pattern.compile("[$#]\\{\\s*(\\w+)\\.(\\w+)\\(.*\\)\\s*}", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final ListableBeanFactory beans;

    public Vocabulary(ListableBeanFactory beans) {
        this.beans = beans;
    }

    public Set<String> steps() {
        return Stream.of(beans.getBeanNamesForType(JavaDelegate.class, true, false))
                .filter(name -> name.matches("\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> messages() {
        return Stream.of(beans.getBeanNamesForAnnotation(Sends.class))
                .map(name -> beans.findAnnotationOnBean(name, Sends.class))
                .flatMap(sends -> sends == null ? Stream.empty() : Stream.of(sends.value()))
                .collect(Collectors.toSet());
    }

    boolean isOpen(String bean, String method) {
        return open(bean, method).isPresent();
    }

    private Optional<Method> open(String bean, String method) {
        return type(bean).stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(it -> it.getName().equals(method) && it.isAnnotationPresent(UsableInModels.class))
                .findFirst();
    }

    /** What this process may remember: the record {@code Variables} of the class that is named after it. */
    public Map<String, Class<?>> variables(String process) {
        return type(process).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(type -> type.isRecord() && type.getSimpleName().equals("Variables"))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .collect(Collectors.toMap(
                        RecordComponent::getName, RecordComponent::getType, (a, b) -> a, TreeMap::new));
    }

    /** Whether the engine gets a moment from it, as far as that can be known: a method that gives one, or a variable. */
    boolean isMoment(String expression, Map<String, Class<?>> variables) {
        var call = CALL.matcher(expression.strip());
        if (call.matches()) {
            return open(call.group(1), call.group(2))
                    .map(method -> Date.class.equals(method.getReturnType()))
                    .orElse(false);
        }
        var variable = VARIABLE.matcher(expression.strip());
        return variable.matches()
                && variables.getOrDefault(variable.group(1), Date.class).isAssignableFrom(Date.class);
    }

    private Optional<Class<?>> type(@Nullable String bean) {
        return bean == null || !beans.containsBean(bean)
                ? Optional.empty()
                : Optional.ofNullable(beans.getType(bean, false)).map(ClassUtils::getUserClass);
    }
}
