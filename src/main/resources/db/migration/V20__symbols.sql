-- What follows the number of an issuer's papers; a series without a row has the usual one. Numbers keep what they were given with.
create table series_symbol (
    issuer text not null references unit,
    series text not null,
    symbol text not null,
    primary key (issuer, series)
);
