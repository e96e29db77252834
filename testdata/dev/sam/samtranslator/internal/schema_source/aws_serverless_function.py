class Letters(BaseModel):
    TargetArn: str = letters("TargetArn")


class OrderEventProperties(BaseModel):
    Shop: PassThroughProp = order("Shop")
    Topics: PassThroughProp | None


class OrderEvent(BaseModel):
    Type: Literal["Order"] = event("Type")
    Properties: OrderEventProperties | None = event("Properties")


LettersType = SamIntrinsicable[Letters] | None
Layers = PassThroughProp | None


class Properties(BaseModel):
    CapacityProviderConfig: Capacity | None
    CodeUri: str | None
    DeadLetterQueue: LettersType | None
    Layers: Layers | None
    VpcConfig: PassThroughProp | None
