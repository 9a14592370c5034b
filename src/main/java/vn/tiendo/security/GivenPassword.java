package vn.tiendo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever still has the password that an administrator gave sees only the page that changes it. */
class GivenPassword extends OncePerRequestFilter {

    private static final Set<String> OPEN =
            Set.of("/tai-khoan", "/tai-khoan/mat-khau", "/dang-xuat", "/dang-nhap", "/dang-nhap.css", "/trang.css");

    private final Accounts accounts;
    private final RequestMatcher programs;

    GivenPassword(Accounts accounts, RequestMatcher programs) {
        this.accounts = accounts;
        this.programs = programs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || OPEN.contains(request.getServletPath()) || !accounts.hasGivenPassword(caller.getName())) {
            chain.doFilter(request, response);
        } else if (programs.matches(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(request.getContextPath() + "/tai-khoan");
        }
    }
}
