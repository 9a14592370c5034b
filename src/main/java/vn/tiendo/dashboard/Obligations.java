package vn.tiendo.dashboard;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a unit owes: reports, assignments, scores, and the tasks of others it takes part in. */
@Component
class Obligations {

    private final JdbcClient database;

    Obligations(JdbcClient database) {
        this.database = database;
    }

    /** What is not finished, the nearest day first, what has none last. */
    List<Obligation> of(String unit) {
        return database.sql("""
                        with owed as (
                            select 'REPORT' as kind, r.id, round.name || coalesce(', ' || round.label, '') as what, asker.name as asker,
                                r.last_day, r.state in ('ASKED', 'RETURNED') as waiting, r.plan
                            from report r join report_round round on round.id = r.round
                            left join official asker on asker.login = round.asked_by
                            where r.answerable = :unit and r.state not in ('ACCEPTED', 'MISSING')
                            union all
                            select case a.state when 'ONGOING' then 'ONGOING' else 'ASSIGNMENT' end, a.id, t.text, null, a.last_day,
                                a.state in ('GIVEN', 'ACCEPTED', 'RETURNED'), a.plan
                            from assignment a join plan_assignment t on (t.plan, t.position) = (a.plan, a.task)
                            where a.answerable = :unit and a.state not in ('DONE', 'WITHDRAWN', 'UNFINISHED')
                            union all
                            select with_.role, with_.plan || '-N' || lpad(with_.task::text, 2, '0'), t.text, string_agg(lead.name, '; ' order by lead.name),
                                max(a.last_day), false, with_.plan
                            from assignment_partner with_
                            join plan_assignment t on (t.plan, t.position) = (with_.plan, with_.task)
                            join assignment a on (a.plan, a.task) = (with_.plan, with_.task)
                            join unit lead on lead.code = a.answerable
                            where with_.unit = :unit and a.state not in ('DONE', 'WITHDRAWN', 'UNFINISHED')
                            group by with_.role, with_.plan, with_.task, t.text
                            union all
                            select 'SHARE', part.id, part.work, lead.name, part.last_day, true, a.plan
                            from work_share part join assignment a on a.id = part.assignment join unit lead on lead.code = a.answerable
                            where part.unit = :unit and part.person is null and part.state = 'GIVEN'
                            union all
                            select 'ASSESSMENT', s.id, scheme.name, null, s.last_day, true, s.plan
                            from assessment s join scoring_scheme scheme on scheme.code = s.scheme
                            where s.unit = :unit and s.state in ('ASKED', 'RETURNED'))
                        select owed.*, coalesce(plan.code || ' - ', '') || plan.subject as plan_title
                        from owed join plan on plan.id = owed.plan
                        where plan.status in ('ISSUED', 'CLOSED') order by last_day nulls last, kind, id""").param("unit", unit).query(Obligation.class).list();
    }
}
