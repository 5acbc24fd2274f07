#!/bin/sh
# Run once by the postgres image, on an empty data folder: an owner, an application role and a database for each service.
set -eu

database() {
  psql -v ON_ERROR_STOP=1 -v name="$1" -v name_owner="$1_owner" -v name_app="$1_app" \
    -v owner_password="$2" -v app_password="$3" \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"name_owner" login password :'owner_password';
create role :"name_app" login password :'app_password';
create database :"name" owner :"name_owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"name_app";
SQL
}

database contact "$CONTACT_OWNER_PASSWORD" "$CONTACT_APP_PASSWORD"
database casework "$CASEWORK_OWNER_PASSWORD" "$CASEWORK_APP_PASSWORD"
