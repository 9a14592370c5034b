-- A line of Nơi nhận means units and groups of units; whom it meant on the day of issue stays in the deliveries
alter table plan_recipient add units text[] not null default '{}';
update plan_recipient set units = array[unit] where unit is not null;
alter table plan_recipient drop column unit;

alter table delivery add line int, add unit text references unit;
update delivery set line = cast(substring(id from '-N(\d+)$') as int);
alter table delivery alter column line set not null;
create index ix_delivery_unit on delivery (unit);

-- How the office shortens names in Nơi nhận
create table abbreviation (
    short   text primary key check (short <> ''),
    meaning text not null check (meaning <> '')
);
insert into abbreviation (short, meaning) values
    ('BCH', 'Ban Chấp hành'),
    ('CCB', 'Cựu chiến binh'),
    ('CT', 'Chủ tịch'),
    ('CT-XH', 'chính trị - xã hội'),
    ('HĐND', 'Hội đồng nhân dân'),
    ('LHPN', 'Liên hiệp Phụ nữ'),
    ('MTTQ', 'Mặt trận Tổ quốc'),
    ('PCT', 'Phó Chủ tịch'),
    ('SNV', 'Sở Nội vụ'),
    ('TDP', 'tổ dân phố'),
    ('TNCS', 'Thanh niên Cộng sản'),
    ('TP', 'thành phố'),
    ('TT', 'Thường trực'),
    ('UB', 'Ủy ban'),
    ('UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'),
    ('UBND', 'Ủy ban nhân dân'),
    ('VHXH', 'Văn hóa - Xã hội'),
    ('VP', 'Văn phòng');

-- Where a copy is on its way from us to the reader
alter table delivery drop constraint delivery_state_check;
update delivery set state = case state when 'HANDED' then 'DELIVERED' when 'UNDELIVERABLE' then 'REFUSED' else state end;
alter table delivery
    add check (state in ('WAITING', 'SENT', 'DELIVERED', 'REFUSED', 'RECEIVED', 'READ')),
    add channel text check (channel in ('MAIL', 'PAPER', 'PORTAL')),
    add receipt_due date,
    add told_until timestamptz not null default now(),
    add received_at timestamptz,
    add received_by text references official,
    add read_at timestamptz;
alter table delivery alter column told_until drop default;
update delivery set channel = case when address is null or state = 'DELIVERED' then 'PAPER' else 'MAIL' end;
alter table delivery alter column channel set not null;
alter table plan_recipient add receipt boolean not null default false;

-- The largest mail a unit's mailbox takes; null for what most take
alter table unit add mail_limit_mb int check (mail_limit_mb > 0);

-- A link that confirms one receipt, once, without sign-in; what makes it ours is signed with a key that is not in the database
create table receipt_link (
    id         uuid primary key,
    delivery   text not null references delivery,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index ix_receipt_link_delivery on receipt_link (delivery);

-- An issued plan that was taken back; whoever had it is told, and who had not never gets it
create table recall (
    plan        text primary key references plan,
    reason      text not null check (reason <> ''),
    replaced_by text references plan,
    recalled_by text not null references official,
    recalled_at timestamptz not null
);
create index ix_recall_replaced_by on recall (replaced_by);
alter table delivery drop constraint delivery_state_check;
alter table delivery
    add check (state in ('WAITING', 'SENT', 'DELIVERED', 'REFUSED', 'RECEIVED', 'READ', 'RECALLED')),
    add follows text unique references delivery;
