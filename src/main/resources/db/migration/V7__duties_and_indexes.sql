-- A duty may be owed to several superiors and go through several units; each of them gets the consolidation -----------------
alter table reporting_duty add recipients text[] not null default '{}';
update reporting_duty set recipients = array[recipient] where recipient is not null;
alter table reporting_duty drop column recipient;
-- a round goes where its duty does
alter table report_round drop column recipient, drop column via;

-- Tự chấm điểm may be a duty of the plan: its reporters score themselves by this scheme ------------------------------------
alter table reporting_duty add scheme text references scoring_scheme;

-- Only who leads the committee signs on its behalf (TM.), and a deputy does so for its head (KT.): Decree 30/2020/NĐ-CP, article 13
alter table official add constraint official_signs_as_he_may check (
    (signature_block not like 'TM.%' or position in ('CHAIR', 'VICE_CHAIR'))
    and (position <> 'VICE_CHAIR' or signature_block like '%KT. CHỦ TỊCH%')) not valid;

-- Asked for by every page of a plan, by every hand-over and by every report that is handed in ------------------------------
create index ix_report_plan on report (plan);
create index ix_report_answerable on report (answerable);
create index ix_deadline_decision_report on deadline_decision (report);
