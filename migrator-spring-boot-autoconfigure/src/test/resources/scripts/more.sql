insert into hero (name) values ('Spider-Boy');
