package vn.tiendo.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;

/**
 * What a password must be, on our pages and wherever the engine takes one: long, and neither made of the sign-in name nor of one
 * letter again and again. It may contain a person's name: given names such as An and Hà are in half of all words.
 */
@Component
class PasswordRules implements PasswordPolicy {

    private static final int LONGEST = 200;
    private static final int DIFFERENT_LETTERS = 5;

    private final int shortest;

    PasswordRules(@Value("${tien-do.password-length}") int shortest) {
        this.shortest = shortest;
    }

    int shortest() {
        return shortest;
    }

    /** @throws Refusal that says what is wrong */
    void check(String login, String password) {
        if (!isLong(password)) {
            throw Refusal.of("password", "password.short", shortest);
        }
        if (password.length() > LONGEST) {
            throw Refusal.of("password", "password.long", LONGEST);
        }
        if (isTheLogin(login, password)) {
            throw Refusal.of("password", "password.login");
        }
        if (isMonotonous(password)) {
            throw Refusal.of("password", "password.monotonous");
        }
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new Rule(
                        "PASSWORD_POLICY_LENGTH",
                        Map.of("minLength", String.valueOf(shortest)),
                        (password, login) -> isLong(password) && password.length() <= LONGEST),
                new Rule(
                        "PASSWORD_POLICY_USER_DATA",
                        Map.of(),
                        (password, login) -> !isTheLogin(login, password) && !isMonotonous(password)));
    }

    private boolean isLong(String password) {
        return password.codePointCount(0, password.length()) >= shortest;
    }

    private boolean isTheLogin(String login, String password) {
        var rest = password.toLowerCase(Locale.ROOT).replace(login.toLowerCase(Locale.ROOT), "");
        return login.length() >= 4 && rest.length() < shortest / 2;
    }

    private static boolean isMonotonous(String password) {
        return password.toLowerCase(Locale.ROOT).codePoints().distinct().count() < DIFFERENT_LETTERS;
    }

    /** As the engine asks, and as Welcome and Admin explain it. */
    private record Rule(String placeholder, Map<String, String> parameters, BiPredicate<String, String> obeyed)
            implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return obeyed.test(password, user == null || user.getId() == null ? "" : user.getId());
        }
    }
}
