-- What SQLite does by itself or by triggers of its own: numbers, places, and what is refused.

-- The number of each sale and contact in the order in which they came, as every SQLite table has it.
alter table sales add column rowid bigint generated always as identity;
create unique index sales_rowid on sales (rowid);
alter table contacts add column rowid bigint generated always as identity;
create unique index contacts_rowid on contacts (rowid);

create index orders_by_sezzle_id on orders ((snapshot::json #>> '{authorization,sezzleOrderId}'));

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end;
$$;

-- The history is numbered from a row and not from a sequence: a transaction that is undone leaves no gap, which would look like a line
-- that somebody has deleted.
create table history_numbers (
  id bigint primary key check (id = 1),
  last bigint not null
);
insert into history_numbers (id, last) values (1, 0);

create function number_history() returns trigger language plpgsql as $$
begin
  if exists (select 1 from history where seq = new.seq) then
    raise exception 'history is append-only: a line is never replaced';
  end if;
  update history_numbers set last = greatest(last, coalesce(new.seq, last + 1)) returning coalesce(new.seq, last) into new.seq;
  return new;
end;
$$;

create trigger history_is_numbered before insert on history for each row execute function number_history();
create trigger history_is_never_changed before update on history for each row
  execute function refuse('history is append-only: a line is never changed');
create trigger history_is_never_deleted before delete on history for each row
  execute function refuse('history is append-only: a line is never deleted');
create trigger history_is_never_emptied before truncate on history for each statement
  execute function refuse('history is append-only: a line is never deleted');

create sequence webhook_event_numbers owned by webhook_events.id;
create function number_webhook_event() returns trigger language plpgsql as $$
begin
  new.id := coalesce(new.id, nextval('webhook_event_numbers'));
  return new;
end;
$$;
create trigger webhook_events_are_numbered before insert on webhook_events for each row
  execute function number_webhook_event();

create function refuse_other_close() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from day_closes where id = new.id or (store_id = new.store_id and date = new.date)
  ) then
    raise exception 'a closed day is never closed again';
  end if;
  if new."from" >= new."to" or exists (
    select 1 from day_closes where store_id = new.store_id and "from" < new."to" and "to" > new."from"
  ) then
    raise exception 'closed days of a store never overlap';
  end if;
  return new;
end;
$$;
create trigger day_closes_are_never_replaced before insert on day_closes for each row
  execute function refuse_other_close();
create trigger day_closes_are_never_changed before update on day_closes for each row
  execute function refuse('a closed day is never changed');
create trigger day_closes_are_never_deleted before delete on day_closes for each row
  execute function refuse('a closed day is never deleted');
create trigger day_closes_are_never_emptied before truncate on day_closes for each statement
  execute function refuse('a closed day is never deleted');
