package events

import "time"

// OrderEvent tells of orders.
type OrderEvent struct {
	Records []OrderRecord `json:"Records"`
	seen    int
}

type OrderRecord struct {
	Shop string
	At   time.Time
}

type Kind string

const Paid Kind = "paid"

type LatestEvent = OrderEvent

func (r *OrderRecord) String() string { return r.Shop }

func (r OrderRecord) hidden() {}
