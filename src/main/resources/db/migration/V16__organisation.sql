-- Who has left keeps his row, because plans name him; the day is his last one in office ----------------------------------
alter table official add last_day date;

-- A unit that is split is followed by several: the successor takes over its open work, all of them are asked from then on --
alter table unit add further_successors text[] not null default '{}';
