package vn.tiendo.plan;

import java.math.BigDecimal;

/** Bộ tiêu chí: the criteria of one year by which units score themselves; bonus and penalty may be {@code adjustmentLimit} each. */
public record Scheme(String code, int year, String name, String source, BigDecimal adjustmentLimit, boolean valid) {}
