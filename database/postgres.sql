-- Run once, when PostgreSQL makes its data folder: a user and a schema of the same name for each service. A schema named
-- like its user is where that user's tables are, without being named. https://www.postgresql.org/docs/18/ddl-schemas.html
\set producer `cat /run/secrets/database-producer`
\set worker `cat /run/secrets/database-worker`

create user producer password :'producer' connection limit 60;
create user worker password :'worker' connection limit 60;

revoke all on database warren from public;
revoke all on schema public from public;
grant connect on database warren to producer, worker;
create schema authorization producer;
create schema authorization worker;
