// Package store keeps orders.
package store

import (
	"database/sql"
	"log"
)

// Open connects to the database of orders.
func Open(dsn string) (*sql.DB, error) {
	db, err := sql.Open("pgx", dsn) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return nil, err
	}
	return db, nil
}

// Close is for when nothing is left to do.
func Close(db *sql.DB) {
	if err := db.Close(); err != nil {
		log.Printf("closing: %v", err)
	}
}

// Orders looks after orders.
type Orders struct {
	db *sql.DB
}

// NewOrders takes over a database.
func NewOrders(db *sql.DB) *Orders {
	return &Orders{db: db}
}

// Count tells how many there are.
func (o *Orders) Count() (int, error) {
	var count int
	err := o.db.QueryRow("select count(*) from orders").Scan(&count)
	return count, err
}
