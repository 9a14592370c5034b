package vn.tiendo.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class OwnNonceTest {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    private final OwnNonce filter = new OwnNonce();
    private final ServletContext shared = new MockServletContext();

    /** Spring Security keeps rules for each context for ever: a context for each request filled the memory. */
    @Test
    void manyRequestsSeeOneContextButNobodyElsesNonce() throws Exception {
        var contexts = new ArrayList<ServletContext>();
        for (var person : new String[] {"first", "second"}) {
            filter.doFilter(new MockHttpServletRequest(shared), new MockHttpServletResponse(), (request, response) -> {
                var context = request.getServletContext();
                assertThat(context.getAttribute(NONCE)).isNull();
                context.setAttribute(NONCE, person);
                assertThat(context.getAttribute(NONCE)).isEqualTo(person);
                contexts.add(context);
            });
        }

        assertThat(contexts.get(0)).isSameAs(contexts.get(1));
        assertThat(shared.getAttribute(NONCE)).isNull();
    }
}
