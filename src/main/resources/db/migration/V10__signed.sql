-- What was signed stays: a plan's document is set once, and a file that was kept never changes. A replacement is a new document.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% % was kept and does not change', tg_table_name, old.id;
end $$;

create trigger document_stays before update of document on plan for each row
    when (old.document is not null and new.document is distinct from old.document)
    execute function refuse_change();

create trigger file_stays before update of id, name, type, size, sha256, content, uploaded_by, uploaded_at on stored_file
    for each row execute function refuse_change();
