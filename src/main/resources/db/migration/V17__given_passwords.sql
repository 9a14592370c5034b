-- Passwords that an administrator gave: known to two until the person has chosen one -------------------------------------
create table given_password (
    login    text primary key,
    given_at timestamptz not null
);
