-- A duty may be owed to several superiors and go through several units; each of them gets the consolidation -----------------
alter table reporting_duty add recipients text[] not null default '{}';
update reporting_duty set recipients = array[recipient] where recipient is not null;
alter table reporting_duty drop column recipient;
-- a round goes where its duty does
alter table report_round drop column recipient, drop column via;

-- Tự chấm điểm may be a duty of the plan: its reporters score themselves by this scheme ------------------------------------
alter table reporting_duty add scheme text references scoring_scheme;
