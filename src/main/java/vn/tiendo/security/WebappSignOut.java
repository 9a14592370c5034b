package vn.tiendo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signing out in Tasklist ends our session too; otherwise the next person at the desk would still be signed in. */
class WebappSignOut extends OncePerRequestFilter {

    private final RequestMatcher signOut;

    WebappSignOut(RequestMatcher signOut) {
        this.signOut = signOut;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signOut.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        var caller = SecurityContextHolder.getContext().getAuthentication();
        new SecurityContextLogoutHandler().logout(request, response, caller);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
