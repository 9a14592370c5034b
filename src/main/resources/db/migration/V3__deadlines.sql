-- Units live from a day to a day; a successor takes over what is open ---------------------------------------------------
alter table unit
    add valid_from date,
    add valid_to date,
    add successor text references unit;

-- "Các khu phố": resolved to the units of the day on which somebody asks them
create table unit_group (
    code  text primary key,
    name  text not null,
    kinds text[] not null default '{}'
);

create table unit_group_member (
    unit_group text not null references unit_group,
    unit       text not null references unit,
    primary key (unit_group, unit)
);

-- Plans name units and groups in one list
create function refuse_taken_code() returns trigger language plpgsql as $$
begin
    if exists (select from unit where code = new.code) and exists (select from unit_group where code = new.code) then
        raise unique_violation using message = format('code %s belongs to a unit and to a group', new.code);
    end if;
    return new;
end $$;
create trigger unit_code_is_free after insert or update of code on unit for each row execute function refuse_taken_code();
create trigger group_code_is_free after insert or update of code on unit_group for each row execute function refuse_taken_code();

-- Duties: several terms each, with figures to report --------------------------------------------------------------------
create table duty_term (
    plan          text not null,
    duty          int not null,
    number        int not null,
    label         text,
    date          date,
    cut_off       date,
    office_date   date,
    superior_date date,
    primary key (plan, duty, number),
    foreign key (plan, duty) references reporting_duty (plan, position) on delete cascade
);
insert into duty_term (plan, duty, number, date) select plan, position, 1, date from reporting_duty where date is not null;

create table duty_figure (
    plan      text not null,
    duty      int not null,
    number    int not null,
    name      text not null,
    measure   text not null,
    target    numeric,
    gathering text not null check (gathering in ('SUM', 'LAST')),
    primary key (plan, duty, number),
    foreign key (plan, duty) references reporting_duty (plan, position) on delete cascade
);

alter table reporting_duty
    add channels text[] not null default '{}',
    add method text not null default 'SYSTEM' check (method in ('SYSTEM', 'PAPER', 'EMAIL')),
    add outline text,
    add merged_into int;
update reporting_duty set channels = array[via] where via is not null;
alter table reporting_duty drop column date, drop column via;

-- Rounds and reports ----------------------------------------------------------------------------------------------------
alter table report_round drop constraint report_round_plan_duty_fkey;
alter table report_round
    alter column duty drop not null,
    add term int,
    add label text,
    add cut_off date,
    add due_time time,
    add question text,
    add asked_by text references official,
    add office_last_day date,
    add superior_last_day date,
    add code text,
    add issued_on date,
    add unique (plan, duty, term);
update report_round set term = 1;

alter table report
    add answerable text references unit,
    add first_handed_in_at timestamptz,
    add climbed_until timestamptz;
update report set answerable = unit, first_handed_in_at = handed_in_at;
alter table report alter column answerable set not null;
alter table report_round add climbed_until timestamptz;

create table report_figure (
    report       text not null references report,
    number       int not null,
    period_value numeric,
    cumulative   numeric,
    estimated    boolean not null default false,
    source       text,
    cut_off      date,
    primary key (report, number)
);
