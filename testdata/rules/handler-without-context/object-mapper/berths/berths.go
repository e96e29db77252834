package berths

import "gorm.io/gorm"

// Berth is where a ship lies.
type Berth struct {
	ID   int64
	Ship string
}

// Repository keeps berths.
type Repository struct {
	DB *gorm.DB
}

// Free empties a berth.
func (r *Repository) Free(id int64) error {
	return r.DB.Model(&Berth{ID: id}).Update("ship", "").Error
}
