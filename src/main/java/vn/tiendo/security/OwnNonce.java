package vn.tiendo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request of the web applications a nonce of its own. They keep it in the servlet context, which all requests
 * share, so two people opening Tasklist at the same moment got each other's and one saw a blank page.
 */
class OwnNonce extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    private final ThreadLocal<Object> nonce = new ThreadLocal<>();

    /** One for all requests: what others remember of a context they remember for ever. */
    private final Map<ServletContext, ServletContext> contexts = new ConcurrentHashMap<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = contexts.computeIfAbsent(request.getServletContext(), this::withOwnNonce);
        try {
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public ServletContext getServletContext() {
                            return context;
                        }
                    },
                    response);
        } finally {
            nonce.remove();
        }
    }

    private ServletContext withOwnNonce(ServletContext shared) {
        return (ServletContext) Proxy.newProxyInstance(
                OwnNonce.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && NONCE.equals(arguments[0])) {
                        if (method.getName().equals("setAttribute")) {
                            nonce.set(arguments[1]);
                            return null;
                        }
                        if (method.getName().equals("getAttribute")) {
                            return nonce.get();
                        }
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
