-- Run once, when PostgreSQL makes its data folder: a user and a schema of the same name for each service. A schema named
-- like its user is where that user's tables are, without being named. https://www.postgresql.org/docs/18/ddl-schemas.html
\set producer `cat /run/secrets/database-producer`
\set worker `cat /run/secrets/database-worker`

-- A file that is empty or cannot be read is an empty text, which would be no password.
select '' in (:'producer', :'worker') as unknown \gset
\if :unknown
  \set ON_ERROR_STOP on
  \warn No user and no schema was made: /run/secrets/database-producer or database-worker is empty or cannot be read.
  \warn Mend that, and remove the volume: PostgreSQL runs this only when it makes its data folder.
  do $$ begin raise exception 'a password is empty'; end $$;
\endif

create user producer password :'producer' connection limit 60;
create user worker password :'worker' connection limit 60;

revoke all on database warren from public;
revoke all on schema public from public;
grant connect on database warren to producer, worker;
create schema authorization producer;
create schema authorization worker;
