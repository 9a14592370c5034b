package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;

/** All plans. Every change of state names the states it may come from, so a step that runs twice changes once. */
@Component
public class Plans {

    private static final String COLUMNS = """
            id, status, proposal_number, proposal_date, proposal_unit, proposal_summary, proposed_by, drafter, subject, year,
            content, signer, signature_block, approved_by, approved_at, code, issued_on, document, seal, sealed_at""";

    private final JdbcClient database;

    Plans(JdbcClient database) {
        this.database = database;
    }

    /** The code of a new plan's file, for example {@code KH-2026-0007}; gaps do not matter here. */
    public String newId(int year) {
        var number =
                database.sql("select nextval('plan_code')").query(Long.class).single();
        return "KH-%d-%04d".formatted(year, number);
    }

    public Optional<Plan> find(String id) {
        return database.sql("select " + COLUMNS + " from plan where id = ?")
                .param(id)
                .query(Plan.class)
                .optional();
    }

    /** @throws NotFound if there is none */
    public Plan get(String id) {
        return find(id).orElseThrow(() -> new NotFound("plan " + id));
    }

    public List<Plan> all() {
        return database.sql("select " + COLUMNS + " from plan order by proposed_at desc, id desc")
                .query(Plan.class)
                .list();
    }

    /** Titles by id. */
    Map<String, String> titles(Collection<String> ids) {
        return database
                .sql("select " + COLUMNS.replace("content", "'' as content") + " from plan where id in (:ids)")
                .param("ids", ids)
                .query(Plan.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Plan::id, Plan::title));
    }

    /** The plans whose Nơi nhận names the unit, that ask it for reports (by name, in a group or after another unit), give it
     *  work or by which it scores itself. */
    public Set<String> concerning(String unit) {
        return Set.copyOf(
                database.sql("""
                        select plan from plan_recipient where :unit = any (units)
                        union select plan from delivery where unit = :unit
                        union select plan from reporting_duty where :unit = any (reporters || channels || recipients) or exists (
                            select from unit_group g where g.code = any (reporters) and (
                                (select kind from unit where code = :unit) = any (g.kinds)
                                or exists (select from unit_group_member where unit_group = g.code and unit = :unit)))
                        union select r.plan from report join report_round r on r.id = report.round where report.unit = :unit or report.answerable = :unit
                        union select plan from assignment where unit = :unit or answerable = :unit
                        union select plan from assignment_partner where unit = :unit
                        union select a.plan from work_share s join assignment a on a.id = s.assignment where s.unit = :unit
                        union select plan from assessment where unit = :unit""").param("unit", unit).query(String.class).list());
    }

    /** Waits until nobody else decides about this plan; held until the transaction ends. */
    @Transactional
    public void lock(String id) {
        database.sql("select 1 from plan where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** @throws Refusal if the plan is in none of the states {@code from} */
    @Transactional
    public void move(String id, PlanStatus to, PlanStatus... from) {
        var moved = database.sql("update plan set status = :to where id = :id and status in (:from)")
                .param("to", to.name())
                .param("id", id)
                .param("from", List.of(from).stream().map(Enum::name).toList())
                .update();
        if (moved == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    public void approve(String id, String by, String signatureBlock, java.time.OffsetDateTime at) {
        database.sql("update plan set approved_by = ?, approved_at = ?, signer = ?, signature_block = ? where id = ?")
                .params(by, at, by, signatureBlock, id)
                .update();
    }

    /**
     * Open drafts get another drafter, and what waits for a signature another signer; what was signed stays as it was.
     *
     * @return the plans that went over
     */
    @Transactional
    public List<String> handOver(String giver, String taker) {
        return database.sql("""
                        update plan set
                            drafter = case when drafter = :giver then :taker else drafter end,
                            signer = case when signer = :giver and approved_at is null then :taker else signer end
                        where status <> 'ARCHIVED' and (drafter = :giver or signer = :giver and approved_at is null)
                        returning id""")
                .param("giver", giver)
                .param("taker", taker)
                .query(String.class)
                .list();
    }

    /** The signer stays, his approval does not. */
    public void withdrawApproval(String id) {
        database.sql("update plan set approved_by = null, approved_at = null, signature_block = null where id = ?")
                .param(id)
                .update();
    }

    public void number(String id, String code, LocalDate issuedOn) {
        database.sql("update plan set code = ?, issued_on = ? where id = ?")
                .params(code, issuedOn, id)
                .update();
    }

    /** Once: a replacement is a new document. */
    public void document(String id, UUID file) {
        database.sql("update plan set document = ? where id = ?")
                .params(file, id)
                .update();
    }
}
