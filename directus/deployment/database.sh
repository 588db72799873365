#!/bin/sh
# Runs once, when PostgreSQL makes its files: the platform's account owns its database, and is nothing beyond it.
set -eu
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set password="$DATABASE_PASSWORD" <<'SQL'
create role platform login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database platform owner platform;
revoke connect on database platform from public;
SQL
